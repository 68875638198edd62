/** Pure: turns reports and evidence into a document with the structure of a standard. */
package dev.readygate.cli.report;
