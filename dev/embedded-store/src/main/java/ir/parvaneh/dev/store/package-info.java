/** The document store of a development city: MongoDB's wire protocol, sorted indexes, a journal that is forced. */
package ir.parvaneh.dev.store;
