/** Which processes run, and which of them stay. */
package dev.readygate.processes;
