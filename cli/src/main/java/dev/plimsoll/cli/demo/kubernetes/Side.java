package dev.plimsoll.cli.demo.kubernetes;

import dev.plimsoll.core.model.Bytes;
import java.util.Map;

/**
 * One of the two runs.
 *
 * @param settings the application's variables during it
 * @param kills by the kernel, counted in the container's cgroup
 * @param peak the most unreclaimable memory seen
 */
record Side(String title, Map<String, String> settings, LoadResult load, long kills, Bytes peak) {}
