/**
 * What users do, on a real Kubernetes: the operator installed by its chart, under the RBAC that it
 * ships with, against kubectl, Helm and real applications.
 */
package dev.plimsoll.e2e;
