/** What the operator watches, and the snapshot of one Deployment that comes of it. */
package dev.readygate.cluster.observe;
