/** Uses Fabric8 both ways: caches become facts, effects become API calls. Only this package writes to Deployments. */
package dev.readygate.cluster;
