/**
 * The guard inside the pod: reads memory ten times a second and acts on what core decides. Needs no
 * network, no operator and nothing but the JDK.
 */
package dev.plimsoll.agent;
