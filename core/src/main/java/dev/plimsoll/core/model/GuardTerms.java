package dev.plimsoll.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the agent guards a pod.
 *
 * @param softPercent of the limit, above which it watches; 50 to 95
 * @param hardPercent of the limit, above which it acts at once; above soft, at most 97
 * @param maxWorkerAge the age at which a worker is recycled whatever it holds
 * @param drain how long a worker may take to finish its requests; empty means the server's graceful
 *     timeout and five seconds
 * @param actions what is allowed, mildest first
 */
public record GuardTerms(
    int softPercent,
    int hardPercent,
    Optional<Duration> maxWorkerAge,
    Optional<Duration> drain,
    List<GuardAction> actions) {}
