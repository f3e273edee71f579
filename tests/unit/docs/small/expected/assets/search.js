self.specwrightSearch = [["operations/get-toy.html","GET","/toys/{id}","Get a toy","Toys getToy"],
["operations/post-toys.html","POST","/toys","Add a toy","Toys "],
["operations/post-toy-broken.html","POST","toyBroken","A toy broke","Webhooks "]];
