/** The GateBook of a namespace: its text, its writer, and what each line rests on. */
package dev.readygate.cluster.book;
