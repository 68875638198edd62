/** Pure: what a command means for a Deployment and its report. */
package dev.readygate.cli.plan;
