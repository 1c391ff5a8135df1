package dev.plimsoll.core.model;

import java.time.Duration;
import java.util.Map;

/**
 * Variables to set under sustained pressure, given back after calm.
 *
 * @param after how long the pressure must last
 * @param env the variables and their degraded values
 */
public record DegradeTerms(Duration after, Map<String, String> env) {}
