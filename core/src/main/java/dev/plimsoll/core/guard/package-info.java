/**
 * Decides in the pod, ten times a second, which worker to recycle or to shed before the kernel
 * kills one. Pure: a reading and the state so far give actions and the next state.
 */
package dev.plimsoll.core.guard;
