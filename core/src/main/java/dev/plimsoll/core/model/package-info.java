/**
 * The words of the domain as immutable values: a budget, its knobs, what a plan is made from and
 * the plan itself. Nothing here knows Kubernetes, a file format or the present time.
 */
package dev.plimsoll.core.model;
