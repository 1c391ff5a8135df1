package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;

/**
 * What the container's cgroup says.
 *
 * @param limit above which the kernel kills
 * @param current everything charged, page cache included
 * @param unreclaimable what the kernel cannot take back without killing: current less file pages
 *     and reclaimable slab
 * @param workingSet what kubectl top shows: current less inactive file pages; reported, never acted
 *     on
 * @param oomKills processes killed by the kernel since the cgroup was made
 */
public record ContainerMemory(
    Bytes limit, Bytes current, Bytes unreclaimable, Bytes workingSet, long oomKills) {}
