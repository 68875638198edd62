/** Pure: reports, and what people stated, as a document in the structure that a standard gives it. */
package dev.readygate.cli.report;
