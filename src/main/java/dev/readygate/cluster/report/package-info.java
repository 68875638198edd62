/** The reports, and which other reports a check reads. */
package dev.readygate.cluster.report;
