/** Reads and writes the reports, and tracks which other reports a check reads. */
package dev.readygate.cluster.report;
