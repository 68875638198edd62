/** The GateBook of a namespace: its text, its writer, and the template and field owners that an entry keeps. */
package dev.readygate.cluster.book;
