/** Tests of the processes that the product's programs start and leave. */
package dev.readygate.processes;
