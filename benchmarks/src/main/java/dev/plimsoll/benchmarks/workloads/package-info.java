/**
 * Seven ways in which an application meets its memory limit, on a real gunicorn in a real cgroup:
 * left alone, with the best max_requests, and guarded; beside what a first sketch of the guard did.
 */
package dev.plimsoll.benchmarks.workloads;
