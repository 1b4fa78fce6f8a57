// Relative to the page, so that it works behind a proxy that puts Docent below a path.
SwaggerUIBundle({
  url: 'openapi/docent.json',
  dom_id: '#api',
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  withCredentials: true,
});
