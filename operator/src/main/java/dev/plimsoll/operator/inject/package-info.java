/**
 * Puts the agent beside the application: whether it may join a pod, as which user, with what
 * policy. Everything but PolicyStore and ServerVersion is pure.
 */
package dev.plimsoll.operator.inject;
