/** Effects → writes to Deployments, ReplicaSets, pods and Events, each under a fence. */
package dev.readygate.cluster.write;
