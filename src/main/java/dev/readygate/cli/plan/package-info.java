/** Pure: decides what a command does with a Deployment and its report. */
package dev.readygate.cli.plan;
