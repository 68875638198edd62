/** Pure: a document as values, and its output formats. It knows nothing of readiness. */
package dev.readygate.cli.document;
