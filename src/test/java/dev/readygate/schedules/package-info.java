/** Many random schedules of one Deployment, run by the pure core in a model of a cluster. */
package dev.readygate.schedules;
