/** Jobs that checks run, and the Secrets that checks read. */
package dev.readygate.cluster.job;
