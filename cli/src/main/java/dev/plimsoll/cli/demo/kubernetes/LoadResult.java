package dev.plimsoll.cli.demo.kubernetes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What became of the requests, as the load generator tells it in its last line.
 *
 * @param arrivalsDigest equal for equal arrivals
 * @param refused answered with 503
 * @param failed answered with another error, or the connection broke
 * @param timedOut not answered while the client waited
 * @param p50Ms median time to an answer in milliseconds
 * @param p99Ms time in milliseconds that 99 of 100 answers came within
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LoadResult(
    int arrivals,
    String arrivalsDigest,
    int answered,
    int refused,
    int failed,
    int timedOut,
    double p50Ms,
    double p99Ms) {}
