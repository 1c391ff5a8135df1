package dev.plimsoll.cli.input;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.spec.NotYetActive;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a plan is to be made of.
 *
 * @param label the file's name, for messages
 * @param budget as the file says
 * @param notes fields of the file that nothing acts on yet
 * @param limit the container's memory limit
 * @param cpus the container's CPUs, rounded up; empty where nobody said
 */
public record PlanInput(
    String label, Budget budget, List<NotYetActive> notes, Bytes limit, OptionalInt cpus) {}
