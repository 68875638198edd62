/** Pure: the manifest checks of gate Admit, as ValidatingAdmissionPolicies that the API server carries out by itself. */
package dev.readygate.admit;
