/**
 * What Plimsoll knows of each application server, one class per server, and how its arguments are
 * written into the environment without disturbing what the user wrote there.
 */
package dev.plimsoll.core.runtime;
