/**
 * The demonstration on this machine: a real gunicorn in a real memory cgroup under a real load,
 * once alone and once guarded.
 */
package dev.plimsoll.cli.demo.local;
