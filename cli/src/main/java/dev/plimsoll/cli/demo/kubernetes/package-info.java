/**
 * The demonstration on a real Kubernetes: an application first as its team had it, then with a
 * budget. It brings up what it needs from a checkout and leaves nothing running.
 */
package dev.plimsoll.cli.demo.kubernetes;
