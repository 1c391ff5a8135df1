/**
 * Acting with care: how many rollouts run at once, what a new revision does to its pods, and what
 * is taken back.
 */
package dev.plimsoll.operator.act;
