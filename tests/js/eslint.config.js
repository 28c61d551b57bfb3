import js from "@eslint/js";

export default [
  js.configs.recommended,
  {
    // Names are checked by TypeScript, which knows where each module runs.
    rules: {
      "no-undef": "off",
      "prefer-const": "error",
      "no-var": "error",
      eqeqeq: "error",
      "max-lines-per-function": ["error", { max: 40, skipComments: true, skipBlankLines: true }],
      complexity: ["error", 10],
    },
  },
];
