/** Many random days of one Deployment, lived by the pure core in a model of a cluster. */
package dev.readygate.schedules;
