/** Runs the Jobs and reads the Secrets of checks. */
package dev.readygate.cluster.job;
