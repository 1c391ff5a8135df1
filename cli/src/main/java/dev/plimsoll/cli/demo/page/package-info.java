/** The demonstration's report: one HTML file that needs nothing beside itself. */
package dev.plimsoll.cli.demo.page;
