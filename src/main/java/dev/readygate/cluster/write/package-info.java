/** Turns effects into writes to Deployments, ReplicaSets, pods and Events, each fenced against newer changes. */
package dev.readygate.cluster.write;
