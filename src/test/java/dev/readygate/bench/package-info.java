/** {@code ./readygate bench}: measurements on the real control plane, printed as a table and kept as JSON. */
package dev.readygate.bench;
