/** Carries out what core has decided, by signals alone, and sees what came of it. */
package dev.plimsoll.agent.act;
