/**
 * What a request costs: tariffs as data, an assessment that shows its formula and its inputs, an estimate before
 * filing, and what an office may take. Pure but for its endpoints; knows no file and no slip.
 */
package ir.parvaneh.application.fee;
