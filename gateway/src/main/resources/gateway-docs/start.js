SwaggerUIBundle({url: "/v3/api-docs", dom_id: "#page", deepLinking: true, persistAuthorization: true});
