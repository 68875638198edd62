/** Pure: a document as values, and the forms it can be written in. It knows nothing of readiness. */
package dev.readygate.cli.document;
