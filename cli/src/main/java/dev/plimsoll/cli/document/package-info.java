/**
 * How commands write values: documents as YAML and JSON, and limits so that they can be copied.
 * What is said is the business of each command.
 */
package dev.plimsoll.cli.document;
