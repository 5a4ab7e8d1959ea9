// Shows the API's description; keys that a reader tries it with stay in this tab alone.
SwaggerUIBundle({
  url: '/v3/api-docs',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
  supportedSubmitMethods: ['get', 'post', 'delete']
});
