package dev.plimsoll.core.model;

import java.util.Map;

/**
 * The server that the application runs on.
 *
 * @param type the name of its runtime profile, such as gunicorn
 * @param arguments flags to keep in the runtime's own variable, in the order declared, without
 *     dashes; an empty value is a flag without one
 */
public record RuntimeTerms(String type, Map<String, String> arguments) {}
