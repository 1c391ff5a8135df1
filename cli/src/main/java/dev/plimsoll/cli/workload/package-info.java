/**
 * A real gunicorn with an application whose memory behaves as chosen: what the demonstration and
 * the benchmarks guard.
 */
package dev.plimsoll.cli.workload;
