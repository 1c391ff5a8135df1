/**
 * What the pods use, as their agents tell it, else as metrics.k8s.io does. Read in the background
 * with bounded concurrency; a reconcile reads only what is here already.
 */
package dev.plimsoll.operator.meter;
