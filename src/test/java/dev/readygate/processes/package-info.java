/** What runs, and what of it stays. */
package dev.readygate.processes;
