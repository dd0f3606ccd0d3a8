/** Delegations: who signs in whose place while somebody is away. */
package ir.parvaneh.district.delegation;
