/** {@code ./readygate bench}: measures on a real control plane, prints a table and writes JSON. */
package dev.readygate.bench;
